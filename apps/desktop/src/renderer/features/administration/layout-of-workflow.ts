/** A stage as far as drawing it goes. */
export interface DrawnStage {
  readonly stage: string;
  readonly to: readonly string[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Box extends Point {
  readonly stage: string;
}

interface Arrow {
  readonly from: string;
  readonly to: string;
  /** leads back to where a case has been */
  readonly isBack: boolean;
  /** where it bends, first to last; its ends are on the boxes */
  readonly points: readonly Point[];
}

export interface Layout {
  /** upper left corners */
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  readonly width: number;
  readonly height: number;
}

export const box = { width: 152, height: 62 };
const gap = { x: 48, y: 26 };
const margin = { x: 44, y: 16 };
/** how far beside the boxes arrows back go down, so that they don't cover each other */
const besides = { first: 14, each: 7, count: 4 };
/** how far below the boxes the first arrow back runs, and the next below it */
const backLane = { first: 22, each: 12 };

interface Edge {
  readonly from: string;
  readonly to: string;
}
/** A place in a layer: a stage, or where an arrow passes on its way to a later layer. */
type Place = string;

/**
 * Layers from left to right (K. Sugiyama et al., "Methods for Visual Understanding of Hierarchical System Structures",
 * IEEE Trans. SMC 11 (2), 1981): arrows back are set aside, each stage stands behind all that lead to it, long arrows get a
 * place in every layer they cross, and places are ordered by the mean of their neighbours. Arrows back run below.
 */
export function layoutOf(start: string, stages: readonly DrawnStage[]): Layout {
  const known = new Set(stages.map(({ stage }) => stage));
  const edges = stages.flatMap(({ stage, to }) =>
    [...new Set(to)]
      .filter((next) => known.has(next) && next !== stage)
      .map((next) => ({ from: stage, to: next })),
  );
  const { order, back } = walked(
    [start, ...known].filter((stage) => known.has(stage)),
    edges,
  );
  const ahead = edges.filter((edge) => !back.has(edge));
  const depth = depths(order, ahead);
  const { layers, chains } = layered(order, depth, ahead);
  const at = placed(ordered(layers, chains));
  const bottom = Math.max(0, ...[...at.values()].map(({ y }) => y)) + box.height;
  const backs = [...back];
  return {
    boxes: order.map((stage) => ({ stage, ...placeOf(at, stage) })),
    arrows: [
      ...ahead.map((edge) => ({ ...edge, isBack: false, points: pointsAhead(at, chains.get(edge) ?? []) })),
      ...backs.map((edge, nth) => ({
        ...edge,
        isBack: true,
        points: pointsBack(at, edge, bottom + backLane.first + nth * backLane.each, nth),
      })),
    ],
    width: Math.max(0, ...[...at.values()].map(({ x }) => x)) + box.width + margin.x,
    height: bottom + margin.y + (backs.length > 0 ? backLane.first + backs.length * backLane.each : 0),
  };
}

/** Depth first from the start: in which order stages are left, and which arrows lead back. */
function walked(roots: readonly string[], edges: readonly Edge[]) {
  const state = new Map<string, 'open' | 'left'>();
  const left: string[] = [];
  const back = new Set<Edge>();
  const visit = (stage: string): void => {
    state.set(stage, 'open');
    for (const edge of edges) {
      if (edge.from !== stage) continue;
      const met = state.get(edge.to);
      if (met === 'open') back.add(edge);
      else if (met === undefined) visit(edge.to);
    }
    state.set(stage, 'left');
    left.push(stage);
  };
  for (const root of roots) if (!state.has(root)) visit(root);
  return { order: left.toReversed(), back };
}

/** How many arrows the longest way to each stage has; `order` is topological. */
function depths(order: readonly string[], ahead: readonly Edge[]): ReadonlyMap<string, number> {
  const depth = new Map(order.map((stage) => [stage, 0]));
  for (const stage of order)
    for (const { from, to } of ahead)
      if (from === stage) depth.set(to, Math.max(depth.get(to) ?? 0, (depth.get(stage) ?? 0) + 1));
  return depth;
}

function layered(order: readonly string[], depth: ReadonlyMap<string, number>, ahead: readonly Edge[]) {
  const layers: Place[][] = [];
  const into = (layer: number, place: Place): Place => {
    (layers[layer] ??= []).push(place);
    return place;
  };
  for (const stage of order) into(depth.get(stage) ?? 0, stage);
  const chains = new Map<Edge, readonly Place[]>();
  for (const edge of ahead) {
    const first = (depth.get(edge.from) ?? 0) + 1;
    const passed: Place[] = [];
    for (let layer = first; layer < (depth.get(edge.to) ?? 0); layer += 1)
      passed.push(into(layer, `${edge.from} → ${edge.to} @${layer}`));
    chains.set(edge, [edge.from, ...passed, edge.to]);
  }
  return { layers: layers.map((layer) => layer), chains };
}

const sweeps = 6;

/** Each place goes to the mean of its neighbours in the layer before, then in the one behind, and so on. */
function ordered(
  layers: readonly (readonly Place[])[],
  chains: ReadonlyMap<Edge, readonly Place[]>,
): readonly (readonly Place[])[] {
  const neighbours = new Map<Place, Place[]>();
  for (const chain of chains.values())
    chain.forEach((place, i) => {
      const next = chain[i + 1];
      if (next === undefined) return;
      neighbours.set(place, [...(neighbours.get(place) ?? []), next]);
      neighbours.set(next, [...(neighbours.get(next) ?? []), place]);
    });
  let current = layers;
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const step = sweep % 2 === 0 ? -1 : 1;
    current = current.map((layer, i) => sorted(layer, current[i + step] ?? [], neighbours));
  }
  return current;
}

function sorted(
  layer: readonly Place[],
  beside: readonly Place[],
  neighbours: ReadonlyMap<Place, readonly Place[]>,
): readonly Place[] {
  const weight = new Map(
    layer.map((place, i) => {
      const places = (neighbours.get(place) ?? []).map((one) => beside.indexOf(one)).filter((at) => at >= 0);
      return [place, places.length === 0 ? i : places.reduce((sum, at) => sum + at, 0) / places.length];
    }),
  );
  return layer.toSorted((a, b) => (weight.get(a) ?? 0) - (weight.get(b) ?? 0));
}

/** Corners: layers side by side, each in the middle of the height. */
function placed(layers: readonly (readonly Place[])[]): ReadonlyMap<Place, Point> {
  const rows = Math.max(1, ...layers.map(({ length }) => length));
  const step = box.height + gap.y;
  return new Map(
    layers.flatMap((layer, column) => {
      const offset = ((rows - layer.length) * step) / 2;
      return layer.map((place, row): [Place, Point] => [
        place,
        { x: margin.x + column * (box.width + gap.x), y: margin.y + offset + row * step },
      ]);
    }),
  );
}

const placeOf = (at: ReadonlyMap<Place, Point>, place: Place): Point => at.get(place) ?? { x: 0, y: 0 };

const middleOf = ({ y }: Point): number => y + box.height / 2;

/** From the right side of the first to the left side of the last, straight through the places on the way. */
function pointsAhead(at: ReadonlyMap<Place, Point>, chain: readonly Place[]): readonly Point[] {
  return chain.flatMap((place, i) => {
    const corner = placeOf(at, place);
    const entering = { x: corner.x, y: middleOf(corner) };
    const leaving = { x: corner.x + box.width, y: middleOf(corner) };
    if (i === 0) return [leaving];
    return i === chain.length - 1 ? [entering] : [entering, leaving];
  });
}

/** Down in the space between two layers, along below all stages, and up in the space before the other. */
function pointsBack(
  at: ReadonlyMap<Place, Point>,
  { from, to }: Edge,
  lane: number,
  nth: number,
): readonly Point[] {
  const [one, other] = [placeOf(at, from), placeOf(at, to)];
  const aside = besides.first + (nth % besides.count) * besides.each;
  const [leave, enter] = [one.x + box.width, other.x];
  const [leaveY, enterY] = [one.y + box.height / 4, other.y + box.height / 4];
  return [
    { x: leave, y: leaveY },
    { x: leave + aside, y: leaveY },
    { x: leave + aside, y: lane },
    { x: enter - aside, y: lane },
    { x: enter - aside, y: enterY },
    { x: enter, y: enterY },
  ];
}

/** The line of an arrow: soft ahead, with round corners back. */
export function pathOf({ points, isBack }: Pick<Arrow, 'points' | 'isBack'>): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  return `M${first.x} ${first.y}${isBack ? roundCorners(points) : softly(first, rest)}`;
}

function softly(first: Point, rest: readonly Point[]): string {
  let before = first;
  return rest
    .map((point) => {
      const bend = (point.x - before.x) / 2;
      const piece =
        before.y === point.y
          ? `H${point.x}`
          : `C${before.x + bend} ${before.y} ${point.x - bend} ${point.y} ${point.x} ${point.y}`;
      before = point;
      return piece;
    })
    .join('');
}

const radius = 8;

function roundCorners(points: readonly Point[]): string {
  return points
    .slice(1)
    .map((point, i) => {
      const [before, next] = [points[i], points[i + 2]];
      if (before === undefined || next === undefined) return `L${point.x} ${point.y}`;
      const come = towards(point, before);
      const go = towards(point, next);
      return `L${come.x} ${come.y}Q${point.x} ${point.y} ${go.x} ${go.y}`;
    })
    .join('');
}

const towards = (corner: Point, other: Point): Point => ({
  x: corner.x + Math.sign(other.x - corner.x) * Math.min(radius, Math.abs(other.x - corner.x) / 2),
  y: corner.y + Math.sign(other.y - corner.y) * Math.min(radius, Math.abs(other.y - corner.y) / 2),
});
