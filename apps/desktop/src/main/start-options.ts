/** What this start was given: `--gateway=URL`, and `--sign-in-as=NAME` for a demo's one-click people. */
export interface StartOptions {
  readonly gateway: string | null;
  readonly signInAs: string | null;
}

export function startOptions(args: readonly string[]): StartOptions {
  return { gateway: valueOf(args, '--gateway='), signInAs: valueOf(args, '--sign-in-as=') };
}

/** The page's search part that signs a demo person in. */
export function searchOf({ signInAs }: StartOptions): string {
  return signInAs === null ? '' : `?${new URLSearchParams({ as: signInAs }).toString()}`;
}

function valueOf(args: readonly string[], prefix: string): string | null {
  return args.find((arg) => arg.startsWith(prefix))?.slice(prefix.length) ?? null;
}
