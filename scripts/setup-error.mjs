// The error that ends a command with one line on stderr and nothing else.

/** What is missing or wrong, in one sentence for the person who ran the command. */
export class SetupError extends Error {
  /** @param {string} message @param {number} exitCode 2: used wrongly or not set up; 1: tried and failed */
  constructor(message, exitCode = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}
