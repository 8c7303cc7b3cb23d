/** One step forward; there is no way back but a backup. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}
