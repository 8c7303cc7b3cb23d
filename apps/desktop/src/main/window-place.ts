import { z } from 'zod';

export const windowPlace = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(320),
  height: z.number().int().min(240),
  maximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof windowPlace>;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The kept place if a good part of it is still on a screen; null after a monitor was unplugged. */
export function placeOnScreen(place: WindowPlace | null, screens: readonly Area[]): WindowPlace | null {
  return place !== null && screens.some((screen) => overlaps(place, screen)) ? place : null;
}

/** The title bar must be reachable, so 100 x 40 pixels have to show. */
function overlaps(place: WindowPlace, screen: Area): boolean {
  const width = Math.min(place.x + place.width, screen.x + screen.width) - Math.max(place.x, screen.x);
  const height = Math.min(place.y + place.height, screen.y + screen.height) - Math.max(place.y, screen.y);
  return width >= 100 && height >= 40 && place.y >= screen.y;
}
