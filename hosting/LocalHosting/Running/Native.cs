using System.Runtime.InteropServices;

namespace Aspire.Hosting.Running;

/// <summary>The few system calls that .NET does not offer.</summary>
internal static partial class Native
{
    public const int Interrupt = 2, Kill = 9, Terminate = 15;

    public static bool IsRoot { get; } = EffectiveUser() == 0;

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();

    /// <summary>A negative id means the process group.</summary>
    [LibraryImport("libc", EntryPoint = "kill")]
    public static partial int Signal(int pid, int signal);
}
