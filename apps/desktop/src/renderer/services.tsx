import type { ReactNode } from 'react';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { GatewayLink } from './gateway/gateway-link.ts';
import type { Phone, PhoneState } from './phone/phone.ts';
import type { Platform } from './platform.ts';

/** The outside world of the desktop, made once by main.tsx (or by a test) and handed to the whole tree. */
export interface Services {
  readonly link: GatewayLink;
  readonly phone: Phone;
  readonly platform: Platform;
}

const ServicesContext = createContext<Services | null>(null);

export function ServicesProvider({ services, children }: { services: Services; children: ReactNode }) {
  return <ServicesContext value={services}>{children}</ServicesContext>;
}

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('useServices is called outside ServicesProvider');
  return services;
}

/** The phone's state, re-rendering with each change. Levels change too often for this: meters read `phone.levels()`. */
export function usePhoneState(): PhoneState {
  const { phone } = useServices();
  return useSyncExternalStore(
    (changed) => phone.subscribe(changed),
    () => phone.state,
  );
}
