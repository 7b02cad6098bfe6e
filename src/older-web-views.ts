/**
 * What web views of a few years ago lack and the code, ours or a library's, asks for. Excel 2021 shows the pane in
 * whatever web view the desk has; a bureau's may be the one that came with it.
 */
import 'core-js/actual/array/at';
import 'core-js/actual/array/find-last';
import 'core-js/actual/array/find-last-index';
import 'core-js/actual/array/to-reversed';
import 'core-js/actual/array/to-sorted';
import 'core-js/actual/object/has-own';
import 'core-js/actual/string/at';
import 'core-js/actual/string/replace-all';
import 'core-js/actual/typed-array/at';
