import { Trend } from '../../Trend.tsx';

/** The course of the service level over the day; the table beneath holds its numbers. */
export function DayTrend({
  points,
  target,
}: {
  readonly points: readonly (number | null)[];
  readonly target: number;
}) {
  return (
    <div className="report-trend">
      <Trend points={points} target={target} />
    </div>
  );
}
