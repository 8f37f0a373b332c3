/** Strapi's REST interface, as this site uses it. */
import { login } from './session.js';
import { visitorKey } from './visitor.js';

export const CMS = document.documentElement.dataset.cms;

/** Strapi's own sentence, fit to be shown. */
export class CmsError extends Error {}

const request = async (path, { method = 'GET', body, asVisitor = false } = {}) => {
  const jwt = login()?.jwt;
  const visitor = asVisitor ? visitorKey() : undefined;
  const response = await fetch(`${CMS}/api${path}`, {
    method,
    headers: {
      ...(body && { 'Content-Type': 'application/json' }),
      ...(jwt && { Authorization: `Bearer ${jwt}` }),
      // Lets the server know which browser registers, logs in or buys.
      ...(visitor && { 'X-Cm-Visitor': visitor }),
    },
    body: body && JSON.stringify(body),
  });
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw new CmsError(answer?.error?.message ?? 'That did not work. Try again.');
  return answer;
};

const query = (parameters) => new URLSearchParams(parameters).toString();

export const listArticles = async (parameters = {}) =>
  (
    await request(
      `/articles?${query({ populate: 'category', sort: 'publishedOn:desc', ...parameters })}`
    )
  ).data;

/** In the order that suits this visitor. */
export const listProducts = async (parameters = {}) =>
  (
    await request(`/products?${query({ sort: 'name', audience: 'visitor', ...parameters })}`, {
      asVisitor: true,
    })
  ).data;

/** What stands on top of the home page for this visitor. */
export const homeBanners = async () =>
  (
    await request(`/home?${query({ 'populate[sections][populate]': '*', audience: 'visitor' })}`, {
      asVisitor: true,
    })
  ).data.sections;

export const listCategories = async () => (await request('/categories?sort=name')).data;

export const listOwnOrders = async () => (await request('/orders/mine')).data;

export const placeOrder = async (order) =>
  (await request('/orders', { method: 'POST', body: { data: order }, asVisitor: true })).data;

/** → `{ jwt, user }` */
export const register = ({ email, password }) =>
  request('/auth/local/register', {
    method: 'POST',
    body: { username: email, email, password },
    asVisitor: true,
  });

/** → `{ jwt, user }` */
export const logIn = ({ email, password }) =>
  request('/auth/local', {
    method: 'POST',
    body: { identifier: email, password },
    asVisitor: true,
  });
