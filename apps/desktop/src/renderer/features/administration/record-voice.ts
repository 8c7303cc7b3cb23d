import { wavOf } from './wav.ts';

export interface VoiceRecording {
  /** the sound as 16-bit WAV, mono */
  finish(): Promise<Blob>;
  cancel(): void;
}

/** Records the microphone until told to stop. Fails where there is none or it may not be used. */
export async function recordVoice(): Promise<VoiceRecording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
  const recorder = new MediaRecorder(stream);
  const pieces: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
  recorder.start();
  const release = () => stream.getTracks().forEach((track) => track.stop());
  return {
    finish: async () => {
      const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }));
      recorder.stop();
      await stopped;
      release();
      return wavFrom(new Blob(pieces));
    },
    cancel: release,
  };
}

const rate = 16_000;

async function wavFrom(recorded: Blob): Promise<Blob> {
  const context = new OfflineAudioContext(1, rate, rate);
  const sound = await context.decodeAudioData(await recorded.arrayBuffer());
  return new Blob([wavOf(sound.getChannelData(0), sound.sampleRate)], { type: 'audio/wav' });
}
