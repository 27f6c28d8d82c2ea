/**
 * ELK in a module worker. Inside a worker elkjs answers `onmessage` by itself, so importing it is all there is to do.
 * The greeting matters: a bundler may load this file's chunks after the worker has begun, and a message that
 * arrives before `onmessage` is set would be lost.
 */
import "elkjs/lib/elk-worker.min.js";
import { WORKER_READY } from "./worker-greeting";

self.postMessage(WORKER_READY);
