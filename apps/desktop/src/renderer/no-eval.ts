import { z } from 'zod';

// zod compiles object schemas with `new Function` where it may. Our Content-Security-Policy forbids that, and even the
// probe would be reported as a violation, so this is imported before any schema is.
z.config({ jitless: true });
