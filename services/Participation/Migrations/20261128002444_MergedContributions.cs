using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Participation.Migrations
{
    /// <inheritdoc />
    public partial class MergedContributions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "merged_into",
                table: "contributions",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_contributions_tenant_merged_into",
                table: "contributions",
                columns: new[] { "tenant", "merged_into" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_contributions_tenant_merged_into",
                table: "contributions");

            migrationBuilder.DropColumn(
                name: "merged_into",
                table: "contributions");
        }
    }
}
