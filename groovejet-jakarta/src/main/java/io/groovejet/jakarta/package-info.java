/** The lobby in any container that speaks Jakarta WebSocket 2.1 or later. */
@NullMarked
package io.groovejet.jakarta;

import org.jspecify.annotations.NullMarked;
