import { afterEach } from 'vitest';
import { tellHowItStands } from './failures.ts';

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await tellHowItStands();
});
