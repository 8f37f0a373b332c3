/**
 * One Strapi process with the built plugin, for benchmarks: the load comes from another process.
 * Prints one line of JSON when it serves; SIGTERM stops it (Strapi's own).
 */
const { createStrapi } = require('@strapi/strapi');

const main = async () => {
  const appDir = process.env.BENCH_APP_DIR;
  const strapi = createStrapi({
    appDir,
    distDir: appDir,
    autoReload: false,
    serveAdminPanel: false,
  });
  await strapi.load();
  strapi.server.mount();
  await new Promise((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', resolve));
  process.stdout.write(
    `${JSON.stringify({ port: strapi.server.httpServer.address().port, pid: process.pid })}\n`
  );
};

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
