/** One Strapi process with the built plugin, to be killed. Prints its port as a line of JSON when it serves. */
const { createStrapi } = require('@strapi/strapi');

const main = async () => {
  const appDir = process.env.CRASH_APP_DIR;
  const strapi = createStrapi({
    appDir,
    distDir: appDir,
    autoReload: false,
    serveAdminPanel: false,
  });
  await strapi.load();
  strapi.server.mount();
  await new Promise((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', resolve));
  process.stdout.write(`${JSON.stringify({ port: strapi.server.httpServer.address().port })}\n`);
};

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
