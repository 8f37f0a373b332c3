// A Strapi process that rebuilds a group and is killed: after a first range, in the middle of a second.
require('./compile-source.cjs');
const { createStrapi } = require('@strapi/strapi');

const { KILLED_APP_DIR: appDir, KILLED_GROUP: documentId } = process.env;
const GROUP = 'plugin::contact-management.contact-group';

const main = async () => {
  const strapi = createStrapi({
    appDir,
    distDir: appDir,
    autoReload: false,
    serveAdminPanel: false,
  });
  await strapi.load();
  await new Promise((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', resolve));
  let ranges = 0;
  strapi.db.connection.on('query', ({ sql }) => {
    if (ranges === 2) process.kill(process.pid, 'SIGKILL');
    if (/insert into \S*cm_group_members/.test(sql)) ranges += 1;
  });
  await strapi.documents(GROUP).update({ documentId, data: { enabled: true } });
};

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
