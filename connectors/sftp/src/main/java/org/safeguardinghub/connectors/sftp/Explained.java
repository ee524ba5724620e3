package org.safeguardinghub.connectors.sftp;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.server.SftpErrorStatusDataHandler;
import org.apache.sshd.sftp.server.SftpSubsystemEnvironment;

/** What a client is told of an error: what to do, and never a path of this machine. */
final class Explained implements SftpErrorStatusDataHandler {
  @Override
  public int resolveSubStatus(
      SftpSubsystemEnvironment environment, int id, Throwable fault, int command, Object... args) {
    return switch (fault) {
      case Refused _ -> SftpConstants.SSH_FX_PERMISSION_DENIED;
      // Its own status is newer than the protocol that most clients speak.
      case FileAlreadyExistsException _ -> SftpConstants.SSH_FX_FAILURE;
      default ->
          SftpErrorStatusDataHandler.super.resolveSubStatus(environment, id, fault, command, args);
    };
  }

  @Override
  public String resolveErrorMessage(
      SftpSubsystemEnvironment environment,
      int id,
      Throwable fault,
      int status,
      int command,
      Object... args) {
    return switch (fault) {
      case Refused refused -> String.valueOf(refused.getMessage());
      case NoSuchFileException _ -> "there is no such file or folder";
      case FileAlreadyExistsException _ ->
          "a file of this name waits already: give it another name";
      default -> "not done: try again; if it goes on, tell the hub's operator when it was";
    };
  }
}
