import { WaitingNotice } from '../features/compensation/WaitingNotice.tsx';
import { RaisedHands } from '../features/help/RaisedHands.tsx';
import { TellFloor } from '../features/messages/TellFloor.tsx';
import { ActingDialog } from '../features/supervision/ActingDialog.tsx';
import { SupervisionStrip } from '../features/supervision/SupervisionStrip.tsx';
import { useSupervise } from '../features/supervision/use-supervise.ts';

/** What somebody in charge has at hand on every page: the call they are in, raised hands, and messages to send. */
export function InCharge() {
  const supervise = useSupervise();
  return (
    <>
      <SupervisionStrip />
      <WaitingNotice />
      <RaisedHands onJoin={({ callId }, mode) => void supervise(callId, mode)} />
      <TellFloor />
      <ActingDialog />
    </>
  );
}
