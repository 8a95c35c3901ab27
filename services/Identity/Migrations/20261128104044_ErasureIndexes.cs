using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Identity.Migrations
{
    /// <inheritdoc />
    public partial class ErasureIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_mails_reference",
                table: "mails",
                column: "reference");

            migrationBuilder.CreateIndex(
                name: "ix_grants_tenant_account_id",
                table: "grants",
                columns: new[] { "tenant", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_grants_tenant_actor",
                table: "grants",
                columns: new[] { "tenant", "actor" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_mails_reference",
                table: "mails");

            migrationBuilder.DropIndex(
                name: "ix_grants_tenant_account_id",
                table: "grants");

            migrationBuilder.DropIndex(
                name: "ix_grants_tenant_actor",
                table: "grants");
        }
    }
}
