/** Where a command speaks and listens; a test gives its own. */
export interface Terminal {
  say(line: string): void;
  complain(line: string): void;
  /** One line without echo: from the keyboard, or the first line of what is piped in. */
  askSecret(prompt: string): Promise<string>;
  /** whether somebody sits at a keyboard, who can be asked twice */
  readonly interactive: boolean;
}
