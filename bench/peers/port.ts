/** What a text search must offer to be measured: build over documents, give back the best, as places in the list. */

export interface TextDocument {
  readonly title: string;
  readonly body: string;
}

export interface TextEngine {
  /** Best first, as places in the list of documents. */
  readonly search: (text: string, limit: number) => readonly number[] | Promise<readonly number[]>;
  /** Bytes that the engine holds where the JavaScript heap does not show them. */
  readonly bytes?: () => number;
}

/** A way to search texts, at the best configuration that its documentation offers. */
export interface TextPeer {
  readonly name: string;
  /** The package that it comes from; absent for what is ours. */
  readonly package?: string;
  /** What was chosen, in a few words. */
  readonly configuration: string;
  /** Where each choice is documented. */
  readonly sources: readonly string[];
  readonly build: (documents: readonly TextDocument[]) => TextEngine | Promise<TextEngine>;
  /** True where it searches the index that the peer before it built. */
  readonly isIndexShared?: boolean;
  /** Documents above which it is measured with `--full` only, because it would take minutes. */
  readonly patience?: number;
}
