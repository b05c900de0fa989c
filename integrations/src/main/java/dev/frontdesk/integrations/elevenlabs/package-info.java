/// ElevenLabs' streaming voices, over its multi-context WebSocket.
@NullMarked
package dev.frontdesk.integrations.elevenlabs;

import org.jspecify.annotations.NullMarked;
