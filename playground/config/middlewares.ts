export default [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  {
    name: 'strapi::cors',
    config: {
      // X-Cm-Visitor tells the server which browser registers, logs in or buys.
      headers: ['Content-Type', 'Authorization', 'Origin', 'Accept', 'X-Cm-Visitor'],
    },
  },
  'strapi::poweredBy',
  'strapi::query',
  'strapi::body',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];
