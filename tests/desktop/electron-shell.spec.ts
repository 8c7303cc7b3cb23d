import { expect, test } from '@playwright/test';
import type { ElectronDesk } from './electron-desk.ts';
import { openElectronDesk } from './electron-desk.ts';
import type { QuietGateway } from './quiet-gateway.ts';
import { quietGateway } from './quiet-gateway.ts';

let gateway: QuietGateway;
let desk: ElectronDesk;

test.beforeAll(async () => {
  gateway = await quietGateway();
  desk = await openElectronDesk(gateway.url);
});
test.afterAll(async () => {
  await desk.close();
  gateway.close();
});

test('Maya starts Ringside and sees the name of her centre on the sign-in page', async () => {
  await expect(desk.page.getByRole('heading', { name: 'Ringside' })).toBeVisible();
  await expect(desk.page.getByText('Harbour Homeware')).toBeVisible();
  expect(gateway.asked).toContain('GET /api/about');
});

test('the page has no way to Node, and the preload gives it the contract and nothing else', async () => {
  const reach = await desk.page.evaluate(() => {
    const seen = globalThis as unknown as Record<string, unknown>;
    const bridge = seen['ringside'] as object;
    return {
      node: ['require', 'process', 'module', 'Buffer', 'electron', '__dirname'].filter(
        (name) => name in seen,
      ),
      bridge: Object.keys(bridge).toSorted(),
      frozen: Object.isFrozen(bridge) || !Reflect.set(bridge, 'attend', null),
    };
  });
  expect(reach.node).toEqual([]);
  expect(reach.bridge).toEqual([
    'attend',
    'gatewayUrl',
    'keepSecret',
    'letterPdf',
    'miniPressed',
    'miniView',
    'onDial',
    'onGlobalKey',
    'onMiniChanged',
    'onNotificationAnswer',
    'onPower',
    'pageReady',
    'readSecret',
    'remind',
    'setGatewayUrl',
    'showCall',
    'showPresence',
  ]);
});

test('windows are isolated, sandboxed and keep web security', async () => {
  const walls = await desk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      const { webContents } = window as unknown as {
        webContents: { getLastWebPreferences(): Record<string, unknown> };
      };
      const { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag } =
        webContents.getLastWebPreferences();
      return { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag };
    }),
  );
  expect(walls.length).toBeGreaterThan(0);
  for (const wall of walls) {
    expect(wall).toEqual({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
  }
});

test('a script that did not come with the program does not run', async () => {
  const ran = await desk.page.evaluate(async () => {
    const violated: string[] = [];
    const connectionRefused = new Promise<void>((settle) => {
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        violated.push(effectiveDirective);
        if (effectiveDirective === 'connect-src') settle();
      });
    });
    const script = document.createElement('script');
    script.textContent = 'globalThis.smuggled = true';
    document.head.append(script);
    // Later, since the debugger that carries this test may evaluate what the page may not.
    const evaluated = await new Promise((settle) => {
      setTimeout(() => {
        try {
          // oxlint-disable-next-line typescript/no-implied-eval -- that the page may not do this is what is tested
          settle(new Function('return true')());
        } catch {
          settle(false);
        }
      });
    });
    const reached = await fetch('http://127.0.0.1:9/').then(
      () => true,
      () => false,
    );
    await connectionRefused;
    return { smuggled: 'smuggled' in globalThis, evaluated, reached, violated };
  });
  expect(ran).toMatchObject({ smuggled: false, evaluated: false, reached: false });
  expect(ran.violated).toEqual(['script-src-elem', 'script-src', 'connect-src']);
});

test('the program itself keeps to its own security policy', async () => {
  const violations: string[] = [];
  desk.page.on('console', (line) => {
    if (/Content Security Policy/.test(line.text())) violations.push(line.text());
  });
  await desk.page.reload();
  await expect(desk.page.getByRole('heading', { name: 'Ringside' })).toBeVisible();
  expect(violations).toEqual([]);
});

test('a page can neither go elsewhere nor open a window', async () => {
  const before = desk.page.url();
  await desk.page.evaluate((elsewhere) => {
    window.open(elsewhere);
    location.assign(elsewhere);
  }, `${gateway.url}/elsewhere`);
  await desk.page.waitForTimeout(500);
  expect(desk.page.url()).toBe(before);
  expect(desk.app.windows()).toHaveLength(1);
  expect(gateway.asked).not.toContain('GET /elsewhere');
});

test('the page gets the microphone, and neither camera nor place', async () => {
  const got = await desk.page.evaluate(async () => {
    const outcome = (asked: Promise<unknown>) =>
      asked.then(
        () => 'given',
        (fault: Error) => fault.name,
      );
    return {
      microphone: await outcome(navigator.mediaDevices.getUserMedia({ audio: true })),
      camera: await outcome(navigator.mediaDevices.getUserMedia({ video: true })),
      both: await outcome(navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
      place: await new Promise((settle) => {
        navigator.geolocation.getCurrentPosition(
          () => settle('given'),
          ({ code }) => settle(code === GeolocationPositionError.PERMISSION_DENIED ? 'denied' : 'failed'),
        );
      }),
      clipboard: await outcome(navigator.clipboard.readText()),
    };
  });
  expect(got).toEqual({
    microphone: 'given',
    camera: 'NotAllowedError',
    both: 'NotAllowedError',
    place: 'denied',
    clipboard: 'NotAllowedError',
  });
});

test('no address leads out of the program’s own folder', async () => {
  const answers = await desk.page.evaluate(async () => {
    const paths = [
      '/..%2f..%2fpackage.json',
      '/%2e%2e/main/main.cjs',
      '/..%5c..%5cpackage.json',
      '/no-such.js',
    ];
    const statuses = await Promise.all(paths.map((path) => fetch(path).then(({ status }) => status)));
    const bodies = await Promise.all(paths.map((path) => fetch(path).then((response) => response.text())));
    return {
      statuses,
      leaked: bodies.some((body) => body.includes('ringside/desktop') || body.includes('ipcMain')),
    };
  });
  expect(answers.leaked).toBe(false);
  expect(answers.statuses.every((status) => status === 400 || status === 404)).toBe(true);
});

test('a message that its contract does not name is refused', async () => {
  const refused = await desk.page.evaluate(async () => {
    const { ringside } = globalThis as unknown as {
      ringside: Record<string, (request?: unknown) => Promise<unknown>>;
    };
    const outcome = (asked: Promise<unknown> | undefined) =>
      asked?.then(
        () => 'done',
        () => 'refused',
      );
    return [
      await outcome(ringside['setGatewayUrl']?.('file:///etc/passwd')),
      await outcome(ringside['keepSecret']?.({ name: 'password', value: 'x' })),
      await outcome(ringside['attend']?.({ callId: 'c', title: 'x'.repeat(301), body: '' })),
      await outcome(ringside['miniPressed']?.('answer')),
    ];
  });
  expect(refused).toEqual(['refused', 'refused', 'refused', 'refused']);
});

test('the session is kept over a reload of the page', async () => {
  const ask = (value: string | null) =>
    desk.page.evaluate(async (kept) => {
      const { ringside } = globalThis as unknown as {
        ringside: Record<string, (request: unknown) => Promise<unknown>>;
      };
      if (kept !== null) await ringside['keepSecret']?.({ name: 'session', value: kept });
      return ringside['readSecret']?.({ name: 'session' });
    }, value);
  expect(await ask('token-1')).toBe('token-1');
  await desk.page.reload();
  expect(await ask(null)).toBe('token-1');
  await desk.page.evaluate(async () => {
    const { ringside } = globalThis as unknown as {
      ringside: Record<string, (request: unknown) => Promise<unknown>>;
    };
    await ringside['keepSecret']?.({ name: 'session', value: null });
  });
  expect(await ask(null)).toBeNull();
});

test('Maya clicks a telephone number in another program and it arrives to be dialled', async () => {
  await desk.page.evaluate(() => {
    const { ringside } = globalThis as unknown as {
      ringside: { onDial(hear: (number: string) => void): void };
    };
    const seen = globalThis as unknown as { dialled: string[] };
    seen.dialled = [];
    ringside.onDial((number) => seen.dialled.push(number));
  });
  await desk.startAgain('tel:+886-2-2345-6789;ext=12');
  await desk.startAgain('tel:<script>');
  await expect
    .poll(() => desk.page.evaluate(() => (globalThis as unknown as { dialled: string[] }).dialled))
    .toEqual(['+886223456789']);
});

test('while another window is in front, an offered call shows on top without taking the keyboard', async () => {
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('blur'));
  const mini = desk.app.waitForEvent('window');
  await desk.page.evaluate(async () => {
    const { ringside } = globalThis as unknown as {
      ringside: Record<string, (request: unknown) => Promise<unknown>>;
    };
    await ringside['attend']?.({ callId: 'call-1', title: '陳大文', body: 'Incoming call · Service' });
  });
  const shown = await mini;
  await expect(shown.getByRole('button', { name: '陳大文' })).toBeVisible();
  await expect(shown.getByRole('button', { name: 'Answer', exact: true })).toBeVisible();
  const state = await desk.app.evaluate(({ BrowserWindow, globalShortcut }) => {
    const window = BrowserWindow.getAllWindows().find(
      (one) => one.getTitle() !== 'Ringside' || one.isAlwaysOnTop(),
    );
    return {
      onTop: window?.isAlwaysOnTop(),
      visible: window?.isVisible(),
      answer: globalShortcut.isRegistered('CommandOrControl+Shift+A'),
      mute: globalShortcut.isRegistered('CommandOrControl+Shift+M'),
    };
  });
  expect(state).toMatchObject({ onTop: true, visible: true, answer: true, mute: false });

  const answered = desk.page.evaluate(
    () =>
      new Promise((settle) => {
        const { ringside } = globalThis as unknown as {
          ringside: { onNotificationAnswer(hear: (id: string) => void): void };
        };
        ringside.onNotificationAnswer(settle);
      }),
  );
  await shown.getByRole('button', { name: 'Answer', exact: true }).click();
  expect(await answered).toBe('call-1');

  await desk.page.evaluate(async () => {
    const { ringside } = globalThis as unknown as {
      ringside: Record<string, (request: unknown) => Promise<unknown>>;
    };
    await ringside['attend']?.(null);
  });
  const after = await desk.app.evaluate(({ BrowserWindow, globalShortcut }) => ({
    visible: BrowserWindow.getAllWindows().filter((window) => window.isAlwaysOnTop() && window.isVisible())
      .length,
    answer: globalShortcut.isRegistered('CommandOrControl+Shift+A'),
  }));
  expect(after).toEqual({ visible: 0, answer: false });
});

test('a page that crashes comes back by itself', async () => {
  const starts = () => gateway.asked.filter((asked) => asked === 'GET /api/about').length;
  const before = starts();
  await desk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => !window.isAlwaysOnTop())
      ?.webContents.forcefullyCrashRenderer(),
  );
  await expect.poll(starts, { timeout: 15_000 }).toBeGreaterThan(before);
});
