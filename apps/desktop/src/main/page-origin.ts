export const pageScheme = 'app';
/** Where our pages live inside Electron: a standard, secure origin, so that microphone, headset and storage work. */
export const pageOrigin = 'app://ringside';
