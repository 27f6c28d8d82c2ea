/** The store cannot be opened; the message is one line for the terminal, naming the folder or the server. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
}
