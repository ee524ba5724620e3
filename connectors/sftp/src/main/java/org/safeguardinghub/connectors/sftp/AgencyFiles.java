package org.safeguardinghub.connectors.sftp;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.FileLock;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the protocol does to files goes through here, and only what {@link AgencyFolder}
 * allows is done. Times, owners and rights that a client wishes for are left as they are: clients
 * ask for them unasked.
 */
final class AgencyFiles implements SftpFileSystemAccessor {
  /** Who is signed in, and may still be. */
  @FunctionalInterface
  interface Agencies {
    /**
     * The folder of whoever is signed in.
     *
     * @throws Refused if its key was taken away meanwhile
     */
    AgencyFolder folderOf(ServerSession session) throws Refused;
  }

  private final Agencies agencies;

  AgencyFiles(Agencies agencies) {
    this.agencies = agencies;
  }

  @Override
  public SeekableByteChannel openFile(
      SftpSubsystemProxy subsystem,
      @Nullable FileHandle handle,
      Path file,
      @Nullable String name,
      Set<? extends OpenOption> options,
      FileAttribute<?>... attributes)
      throws IOException {
    ServerSession session = subsystem.getServerSession();
    AgencyFolder folder = agencies.folderOf(session);
    boolean reads =
        options.isEmpty() || Set.<OpenOption>of(StandardOpenOption.READ).containsAll(options);
    return reads ? folder.read(place(file)) : folder.write(place(file), options, session);
  }

  @Override
  public FileLock tryLock(
      SftpSubsystemProxy subsystem,
      @Nullable FileHandle handle,
      Path file,
      @Nullable String name,
      Channel channel,
      long position,
      long size,
      boolean shared)
      throws IOException {
    throw new Refused("files are not locked here");
  }

  @Override
  public void syncFileData(
      SftpSubsystemProxy subsystem,
      @Nullable FileHandle handle,
      Path file,
      @Nullable String name,
      Channel channel) {
    // What is handed over is on the disk; what is under way need not be.
  }

  @Override
  public DirectoryStream<Path> openDirectory(
      SftpSubsystemProxy subsystem,
      DirectoryHandle handle,
      Path folder,
      String name,
      LinkOption... options)
      throws IOException {
    agencies.folderOf(subsystem.getServerSession());
    AgencyFolder.list(place(folder));
    return SftpFileSystemAccessor.super.openDirectory(subsystem, handle, folder, name, options);
  }

  @Override
  public Map<String, ?> readFileAttributes(
      SftpSubsystemProxy subsystem, Path file, String view, LinkOption... options)
      throws IOException {
    AgencyFolder.see(place(file));
    return SftpFileSystemAccessor.super.readFileAttributes(
        subsystem, file, view, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public void renameFile(
      SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
      throws IOException {
    agencies.folderOf(subsystem.getServerSession()).handOver(place(from), place(to));
  }

  @Override
  public void removeFile(SftpSubsystemProxy subsystem, Path file, boolean folder)
      throws IOException {
    if (folder) {
      throw new Refused("the folders stay as they are");
    }
    agencies.folderOf(subsystem.getServerSession()).remove(place(file));
  }

  @Override
  public void createDirectory(SftpSubsystemProxy subsystem, Path folder) throws IOException {
    throw new Refused("there are in and done; no other folder is watched");
  }

  @Override
  public void createLink(SftpSubsystemProxy subsystem, Path link, Path to, boolean symbolic)
      throws IOException {
    throw new Refused("send the file itself, not a link to it");
  }

  @Override
  public String resolveLinkTarget(SftpSubsystemProxy subsystem, Path link) throws IOException {
    throw new Refused("there are no links here");
  }

  @Override
  public void copyFile(
      SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
      throws IOException {
    throw new Refused("send the file, it is not copied here");
  }

  @Override
  public void setFileAttribute(
      SftpSubsystemProxy subsystem,
      Path file,
      String view,
      String attribute,
      @Nullable Object value,
      LinkOption... options) {
    // See the class.
  }

  @Override
  public void setFileOwner(
      SftpSubsystemProxy subsystem, Path file, Principal owner, LinkOption... options) {
    // See the class.
  }

  @Override
  public void setGroupOwner(
      SftpSubsystemProxy subsystem, Path file, Principal group, LinkOption... options) {
    // See the class.
  }

  @Override
  public void setFilePermissions(
      SftpSubsystemProxy subsystem,
      Path file,
      Set<PosixFilePermission> permissions,
      LinkOption... options) {
    // See the class.
  }

  @Override
  public void setFileAccessControl(
      SftpSubsystemProxy subsystem, Path file, List<AclEntry> entries, LinkOption... options) {
    // See the class.
  }

  /** By the names of its path alone: whatever {@code ..} would lead to is not followed. */
  private static Place place(Path file) {
    List<String> parts = new ArrayList<>();
    file.toAbsolutePath().normalize().forEach(part -> parts.add(part.toString()));
    return Place.of(parts);
  }
}
