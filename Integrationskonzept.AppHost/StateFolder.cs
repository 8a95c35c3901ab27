using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Integrationskonzept.AppHost;

/// <summary>
/// Where this clone keeps what survives a restart: <c>.local</c>, or, where the servers' user can't get there (a clone below root's
/// home), a folder in /var/lib that <c>.local/state-folder</c> names. <c>State:Directory</c> chooses another. One run at a time uses it.
/// </summary>
sealed class StateFolder : IDisposable
{
    const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    const UnixFileMode Passage = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    readonly FileStream held;

    public StateFolder(IDistributedApplicationBuilder builder)
    {
        var wanted = builder.Configuration["State:Directory"] ?? Path.Combine(builder.AppHostDirectory, "..", ".local");
        IsTemporary = builder.Configuration.GetValue("State:Temporary", false);
        Folder = Choose(Path.GetFullPath(wanted));
        held = Hold();
        foreach (var told in (string[])["start", "servers.json"])
            File.Delete(Of(told)); // by an earlier run
    }

    public string Folder { get; }

    /// <summary>Nobody will miss the data: tests.</summary>
    public bool IsTemporary { get; }

    public string Of(string name) => Path.Combine(Folder, name);

    /// <summary>
    /// A container's volume has no folder to live in, so its name tells the clone, and <c>./run --reset</c> finds it in a list.
    /// </summary>
    public string VolumeName(string name)
    {
        var volume = $"integrationskonzept-{Hash(Folder)}-{name}";
        var known = File.Exists(Of("volumes")) ? File.ReadAllLines(Of("volumes")) : [];
        File.WriteAllLines(Of("volumes"), known.Union([volume]));
        return volume;
    }

    /// <summary>What belongs to data that is gone.</summary>
    public void ForgetPlayed()
    {
        if (Directory.Exists(Of("mails")))
            Directory.Delete(Of("mails"), recursive: true);
        File.Delete(Of("example-played"));
    }

    public void Dispose() => held.Dispose();

    static string Choose(string folder)
    {
        if (!Environment.IsPrivilegedProcess || OperatingSystem.IsWindows())
            return Directory.CreateDirectory(folder).FullName;
        if (ParentsLetPass(folder))
            return Directory.CreateDirectory(folder, Owner | Passage).FullName;

        var elsewhere = $"/var/lib/integrationskonzept/{Hash(folder)}";
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "state-folder"), elsewhere); // so that people and scripts find it
        Directory.CreateDirectory(Path.GetDirectoryName(elsewhere)!, Owner | Passage);
        return Directory.CreateDirectory(elsewhere, Owner | Passage).FullName;
    }

    static bool ParentsLetPass(string folder)
    {
        for (var parent = new DirectoryInfo(folder).Parent; parent is not null; parent = parent.Parent)
            if (parent.Exists && !OperatingSystem.IsWindows() && !parent.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
                return false;
        return true;
    }

    FileStream Hold()
    {
        if (!OperatingSystem.IsWindows()) // the servers' user passes through, but does not look around
            File.SetUnixFileMode(Folder, Environment.IsPrivilegedProcess ? Owner | Passage : Owner);
        try
        {
            // The lock goes with the process that holds it, however that ends.
            var options = new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
            };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = Owner & ~UnixFileMode.UserExecute;
            return new FileStream(Of("host.lock"), options);
        }
        catch (IOException)
        {
            throw new DistributedApplicationException($"Another run uses {Folder}; stop it first (./run --stop).");
        }
    }

    static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];
}
