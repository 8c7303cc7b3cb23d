import type { Language } from '@ringside/shared/model/language';
import { createRoot } from 'react-dom/client';
import { App } from '../App.tsx';
import { preloadPages } from '../frame/pages.ts';
import type { Density, Theme } from '../preferences.ts';
import { prefer } from '../preferences.ts';
import { useSelfTest } from '../self-test.ts';
import { chenCard, offerFrom } from './company.ts';
import { FakeGateway } from './fake-gateway.ts';
import { FakePhone } from './fake-phone.ts';
import { fakePlatform } from './fake-platform.ts';
import type { State } from './states.ts';
import { sceneOf } from './states.ts';

/** Every state of the desktop by address: ?state=incoming&theme=dark&lang=zh-Hant&density=cosy&path=/tasks */
const asked = new URLSearchParams(location.search);
const scene = sceneOf((asked.get('state') ?? 'ready') as State, Date.now());
const path = asked.get('path') ?? scene.path;
if (location.hash === '') location.hash = path;

prefer({
  language: (asked.get('lang') ?? 'en') as Language,
  theme: (asked.get('theme') ?? 'light') as Theme,
  density: (asked.get('density') ?? 'cosy') as Density,
  devicesSeen: scene.devicesSeen,
});

useSelfTest.setState({ test: scene.selfTest });
const link = new FakeGateway(scene);
const phone = new FakePhone(scene.phone);
/** For tests: the fakes behind the page, 陳大文 calling, and a change of looks. */
const ring = () => link.offer(offerFrom({ kind: 'known', customer: chenCard(Date.now()) }, Date.now()));
Object.assign(window, { gallery: { link, phone, ring, prefer } });

// A picture is of the page, not of the moment before it is there; a test of one page can wait for that one alone.
if (!asked.has('shown') || asked.get('pages') === 'all') await preloadPages(async () => undefined);
const root = document.getElementById('root');
if (root) createRoot(root).render(<App services={{ link, phone, platform: fakePlatform }} />);
