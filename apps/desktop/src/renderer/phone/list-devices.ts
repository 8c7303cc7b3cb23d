import type { DeviceList } from './phone.ts';

/** Devices by name. Chromium names them once the microphone was allowed; "default" and "communications" are aliases. */
export async function listDevices(): Promise<DeviceList> {
  const all = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  const real = all.filter(({ deviceId }) => !['', 'default', 'communications'].includes(deviceId));
  const of = (kind: MediaDeviceKind) =>
    real
      .filter((device) => device.kind === kind)
      .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
  return { microphones: of('audioinput'), speakers: of('audiooutput') };
}
