export interface LevelMeter {
  /** Loudest of the last moments, 0 to 1. */
  level(): number;
  stop(): void;
}

/** Listens to a stream beside whoever plays or sends it. */
export function levelMeter(context: AudioContext, stream: MediaStream): LevelMeter {
  const source = context.createMediaStreamSource(stream);
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    level() {
      analyser.getFloatTimeDomainData(samples);
      return peak(samples);
    },
    stop() {
      source.disconnect();
    },
  };
}

export function peak(samples: Float32Array): number {
  let loudest = 0;
  for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample));
  return Math.min(1, loudest);
}
