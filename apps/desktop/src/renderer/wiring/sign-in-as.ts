import type { GatewayLink } from '../gateway/gateway-link.ts';

/**
 * `?as=maya` signs a person of the demo in without a click: how `npm start` opens the desk. Outside a demo there is
 * nobody to choose from and nothing happens.
 */
export async function signInAs(
  search: string,
  link: Pick<GatewayLink, 'about' | 'signIn'>,
): Promise<boolean> {
  const userName = new URLSearchParams(search).get('as');
  if (userName === null) return false;
  const about = await link.about().catch(() => null);
  const person = about?.demo?.people.find((one) => one.userName === userName);
  if (!person) return false;
  return (await link.signIn(person.userName, person.password)).ok;
}
