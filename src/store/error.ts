/** The store cannot be opened: what is wrong, and in `remedy` what would be right. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly remedy: string;
  /** Trying again without a change is of no use. */
  readonly lasting: boolean;

  constructor(
    message: string,
    remedy: string,
    { lasting = true, cause }: { lasting?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.remedy = remedy;
    this.lasting = lasting;
  }
}
