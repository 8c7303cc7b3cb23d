/** Two short falling tones, unlike the ring: nobody reaches for the answer key. */
export function sound(): void {
  const context = new AudioContext();
  const gain = context.createGain();
  gain.gain.value = 0.08;
  gain.connect(context.destination);
  [660, 495].forEach((hertz, nth) => {
    const tone = context.createOscillator();
    tone.frequency.value = hertz;
    tone.connect(gain);
    tone.start(context.currentTime + nth * 0.22);
    tone.stop(context.currentTime + nth * 0.22 + 0.18);
    if (nth === 1) tone.addEventListener('ended', () => void context.close());
  });
}
