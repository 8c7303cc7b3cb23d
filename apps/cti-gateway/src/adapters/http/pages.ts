import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Serves the built page at /. Assets carry their content's hash in their name and never change; the page itself may. */
export async function pages(app: FastifyInstance, folder: string | null): Promise<void> {
  if (folder === null || !existsSync(join(folder, 'index.html'))) {
    app.get('/', async (_request, reply) => reply.code(503).type('text/plain; charset=utf-8').send(missing));
    return;
  }
  // The page names its icon; what asks for this one all the same, such as a bare /health in a tab, gets none and no fault.
  app.get('/favicon.ico', async (_request, reply) =>
    reply.code(204).header('cache-control', 'public, max-age=86400').send(),
  );
  await app.register(fastifyStatic, {
    root: folder,
    dotfiles: 'deny',
    index: ['index.html'],
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/') || path.includes('\\assets\\');
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

const missing = `The desk's page is not built, so there is nothing to show here.
Run "npm start", or "pnpm --filter @ringside/desktop build", and start the gateway again.
`;
