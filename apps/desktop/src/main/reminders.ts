import { Notification } from 'electron';

export interface Reminders {
  /** Shows one at a time; null takes it back. */
  show(reminder: { readonly title: string; readonly body: string } | null): void;
}

/** What the system tells the agent while another window is in front; a press brings the desk. */
export function systemReminders(open: () => void): Reminders {
  let shown: Notification | null = null;
  return {
    show(reminder) {
      shown?.close();
      shown = null;
      if (reminder === null || !Notification.isSupported()) return;
      shown = new Notification({ ...reminder, silent: true });
      shown.on('click', open);
      shown.show();
    },
  };
}
