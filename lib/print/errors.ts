/** No file can be made now, or none of this content; `left`: nobody waits for it any more. */
export class PrintError extends Error {
  constructor(
    readonly reason: 'busy' | 'broken' | 'late' | 'ended' | 'left',
    problem = '',
    cause?: unknown,
  ) {
    super(`no file was made: ${reason} ${problem}`.trim(), { cause });
    this.name = 'PrintError';
  }
}
