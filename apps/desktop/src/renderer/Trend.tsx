import './Trend.css';

const width = 290;
const height = 36;

/** The course of a share over the day against its target. The numbers stand in the report; this is their shape. */
export function Trend({
  points,
  target,
}: {
  readonly points: readonly (number | null)[];
  readonly target: number;
}) {
  const y = (share: number) => 2 + (1 - share) * (height - 4);
  const step = width / Math.max(1, points.length - 1);
  return (
    <svg className="trend" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden>
      <line x1="0" x2={width} y1={y(target)} y2={y(target)} className="trend-target" />
      {stretches(points).map((stretch) => (
        <polyline
          key={stretch[0]?.at}
          points={stretch
            .map(({ at, share }) => `${(at * step).toFixed(1)},${y(share).toFixed(1)}`)
            .join(' ')}
        />
      ))}
    </svg>
  );
}

interface Point {
  readonly at: number;
  readonly share: number;
}

/** Intervals without a call are a gap in the line; one alone is drawn as a short dash. */
function stretches(points: readonly (number | null)[]): readonly (readonly Point[])[] {
  const all: Point[][] = [];
  let open: Point[] | null = null;
  points.forEach((share, at) => {
    if (share === null) open = null;
    else if (open === null) all.push((open = [{ at, share }]));
    else open.push({ at, share });
  });
  return all.map((stretch) => {
    const [only] = stretch;
    return stretch.length === 1 && only ? [only, { at: only.at + 0.3, share: only.share }] : stretch;
  });
}
