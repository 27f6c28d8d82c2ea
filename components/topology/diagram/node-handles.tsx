import { Handle, Position } from "reactflow";

/** React Flow wants a handle at both ends of an edge to draw it; ELK decides where lines really meet the node. */
export function NodeHandles() {
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} className="invisible" />
      <Handle type="source" position={Position.Right} isConnectable={false} className="invisible" />
    </>
  );
}
