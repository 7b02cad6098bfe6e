/** Everything that a browser test needs, without Node; bundle it as one script (see README.md). */
export * from './index';
