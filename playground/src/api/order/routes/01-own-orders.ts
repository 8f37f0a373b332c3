/** Before the core routes, whose `/orders/:id` would swallow it. */
export default {
  routes: [{ method: 'GET', path: '/orders/mine', handler: 'order.mine' }],
};
