import type { BrowserWindow } from 'electron';

/** The part of a window that prints. */
interface PrintingWindow {
  readonly webContents: Pick<BrowserWindow['webContents'], 'printToPDF'>;
}

/** LETTER-17: the page as its print style has it, which leaves the letter alone. Margins are the style's own. */
export async function letterPdf(desk: PrintingWindow | null): Promise<Uint8Array<ArrayBuffer>> {
  if (desk === null) throw new Error('There is no page to print: its window was closed.');
  const pdf = await desk.webContents.printToPDF({
    pageSize: 'A4',
    landscape: false,
    displayHeaderFooter: false,
    printBackground: false,
  });
  // a Buffer may lie in memory that it shares: what leaves the process is its own bytes
  return new Uint8Array(pdf);
}
