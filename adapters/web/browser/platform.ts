/** What each column's module gives: it draws payloads of its platform and tells what is pressed on them. */

/** A message as the platform would have sent it. */
export interface Message {
  readonly payload: Payload;
  readonly private: boolean;
  /** What was typed to get it; '' for what a press brought. */
  readonly asked: string;
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
}

export type Payload = Readonly<Record<string, unknown>>;

/** What the platform would send for a press, without people and places. */
export type Interaction = Readonly<Record<string, unknown>>;

export interface DrawOptions {
  readonly dark: boolean;
  press(interaction: Interaction): void;
  /** Takes the message away, where the platform lets its reader do so. */
  dismiss(): void;
}

export interface FormOptions {
  readonly dark: boolean;
  /** What is wrong by the fields' names, or undefined where the form was taken. */
  submit(interaction: Interaction): Promise<Readonly<Record<string, string>> | undefined>;
  complete(interaction: Interaction): Promise<unknown>;
  close(): void;
}

export interface Platform {
  draw(root: ShadowRoot, message: Message, options: DrawOptions): void;
  /** Whether the platform shows what was typed beside the answer to it. */
  showsAsked(message: Message): boolean;
  /** Draws the content of a form in `root`, which stands in a modal dialog. Absent where there are none. */
  form?(root: ShadowRoot, payload: Payload, options: FormOptions): void;
}
