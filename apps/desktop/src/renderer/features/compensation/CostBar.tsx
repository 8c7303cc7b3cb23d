/** Decoration: the figures beside it say the same. Shares of the whole length; `mark`: a line to hold against. */
export const CostBar = ({
  share,
  mark = null,
}: {
  readonly share: number;
  readonly mark?: number | null;
}) => (
  <span className="cost-bar" aria-hidden>
    <span style={{ inlineSize: `${Math.min(1, share) * 100}%` }} />
    {mark !== null && <i style={{ insetInlineStart: `${mark * 100}%` }} />}
  </span>
);
