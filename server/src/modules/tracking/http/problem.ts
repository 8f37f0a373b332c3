/** A refusal of a public request, in Strapi's error shape. */
export class HttpProblem extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly headers: Record<string, string> = {}
  ) {
    super(message);
  }
}

export const busy = () =>
  new HttpProblem(503, 'The server is busy; send the same again', { 'Retry-After': '2' });

const NAMES: Record<number, string> = {
  400: 'BadRequestError',
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  405: 'MethodNotAllowedError',
  413: 'PayloadTooLargeError',
  415: 'UnsupportedMediaTypeError',
  429: 'RateLimitError',
  500: 'InternalServerError',
  503: 'ServiceUnavailableError',
};

export const problemBody = ({ status, message }: HttpProblem) => ({
  data: null,
  error: { status, name: NAMES[status] ?? 'ApplicationError', message, details: {} },
});
