/** What the plugin is measured against, inside the same Strapi process: the app's `src/index.js`. */
const MAX_BODY = 64 * 1024;

const readJson = (request) =>
  new Promise((resolve, reject) => {
    const chunks = [];
    let length = 0;
    request.on('data', (chunk) => {
      length += chunk.length;
      if (length <= MAX_BODY) chunks.push(chunk);
    });
    request.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString('utf8'))));
    request.on('error', reject);
  });

module.exports = {
  register({ strapi }) {
    // The limit: an early route that only reads and parses the same body.
    strapi.server.use(async (ctx, next) => {
      if (ctx.path !== '/bench/parse') return next();
      const body = await readJson(ctx.req);
      ctx.status = 202;
      ctx.body = { accepted: body.events.length };
    });
    // The plain way: a route of the site that creates a document per event.
    strapi.server.routes([
      {
        method: 'POST',
        path: '/bench/documents',
        handler: async (ctx) => {
          const body = ctx.request.body;
          for (const { id, type, url, title, at } of body.events) {
            await strapi.documents('api::hit.hit').create({
              data: { eventId: id, visitor: body.visitor, type, url, title, at },
            });
          }
          ctx.status = 202;
          ctx.body = { accepted: body.events.length };
        },
        config: { auth: false },
      },
    ]);
    // The process's own memory, for the soak.
    strapi.server.use(async (ctx, next) => {
      if (ctx.path !== '/bench/memory') return next();
      if (global.gc) global.gc();
      ctx.body = process.memoryUsage();
    });
  },
  bootstrap() {},
};
