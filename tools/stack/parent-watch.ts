/** Ends this process when the stack that started it is gone, however it went: the pipe to it closes then. */
export function endWithParent(): void {
  process.stdin.resume();
  process.stdin.on('end', () => process.exit(0));
  process.stdin.on('error', () => process.exit(0));
}
